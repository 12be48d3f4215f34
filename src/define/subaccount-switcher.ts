import { SubaccountSwitcherElement } from '../elements/subaccount-switcher/subaccount-switcher-element.ts';

SubaccountSwitcherElement.define();
