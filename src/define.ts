import './define/account-scope.ts';
import './define/user-table.ts';
