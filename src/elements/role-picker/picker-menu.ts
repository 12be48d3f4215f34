import { nothing, type CSSResult, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ListMenu } from '../../controllers/list-menu.ts';
import type { MenuOptions } from '../../controllers/menu-controller.ts';
import { anchored } from '../../views/anchored.ts';
import { menus } from '../../views/controls-menus.ts';
import { roleChoice, roleChoiceStyles, type RoleChoice } from '../../views/role-choice.ts';

const SHEETS: readonly CSSResult[] = [menus, anchored, roleChoiceStyles];

/** The list of a `<role-picker>`; fetched on demand (docs/adr/0007-what-loads-first.md). */
export class PickerMenu extends ListMenu<'roles'> {
  constructor(host: ReactiveControllerHost & HTMLElement, options: MenuOptions) {
    super(host, options, SHEETS);
  }

  render(choice: RoleChoice): TemplateResult | typeof nothing {
    return this.name ? roleChoice(choice) : nothing;
  }
}
