import { AccountScopeElement } from '../elements/account-scope/account-scope-element.ts';

AccountScopeElement.define();
