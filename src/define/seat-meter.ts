import { SeatMeterElement } from '../elements/seat-meter/seat-meter-element.ts';

SeatMeterElement.define();
