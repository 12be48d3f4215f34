import { EventAccessElement } from '../elements/event-access/event-access-element.ts';

EventAccessElement.define();
