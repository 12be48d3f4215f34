import { UserTableElement } from '../elements/user-table/user-table-element.ts';

UserTableElement.define();
