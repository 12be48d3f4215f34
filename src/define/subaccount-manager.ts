import { SubaccountManagerElement } from '../elements/subaccount-manager/subaccount-manager-element.ts';

SubaccountManagerElement.define();
