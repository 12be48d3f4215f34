import './define/account-scope.ts';
import './define/role-picker.ts';
import './define/seat-meter.ts';
import './define/subaccount-switcher.ts';
import './define/subaccount-manager.ts';
import './define/invite-dialog.ts';
import './define/user-table.ts';
import './define/user-panel.ts';
