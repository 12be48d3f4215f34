import { InviteDialogElement } from '../elements/invite-dialog/invite-dialog-element.ts';

InviteDialogElement.define();
