import { PermissionTableElement } from '../elements/permission-table/permission-table-element.ts';

PermissionTableElement.define();
