// What a host with one page loads; its weight is a budget in .size-limit.mjs.
import '../../../src/define/account-scope.ts';
import '../../../src/define/user-table.ts';

export { createMemoryAdapter } from '../../../src/adapter/memory/index.ts';
