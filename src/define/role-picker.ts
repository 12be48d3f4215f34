import { RolePickerElement } from '../elements/role-picker/role-picker-element.ts';

RolePickerElement.define();
