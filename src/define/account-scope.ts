import { AccountScopeElement } from '../elements/account-scope/account-scope-element.ts';

// Fetched by a page that has a base-url, and by no other.
AccountScopeElement.adapterAt = async (baseUrl) =>
  (await import('../adapter/rest/index.ts')).createRestAdapter({ baseUrl });

AccountScopeElement.define();
