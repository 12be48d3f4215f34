import { UserPanelElement } from '../elements/user-panel/user-panel-element.ts';

UserPanelElement.define();
