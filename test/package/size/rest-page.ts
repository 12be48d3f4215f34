// What a page on a backend of its own loads, the table and the way there alone; its weight is a budget in .size-limit.mjs.
import '../../../src/define/account-scope.ts';
import '../../../src/define/user-table.ts';

export { createRestAdapter } from '../../../src/adapter/rest/index.ts';
