import { nothing, type CSSResult, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ListMenu } from '../../controllers/list-menu.ts';
import type { MenuOptions } from '../../controllers/menu-controller.ts';
import { anchored } from '../../views/anchored.ts';
import { checkbox } from '../../views/controls-checkbox.ts';
import { menus } from '../../views/controls-menus.ts';
import { roleChoiceStyles } from '../../views/role-choice.ts';
import { filterMenu } from './filter-menu.ts';
import { menuStyles } from './menus.styles.ts';
import { recentMenu } from './recent-menu.ts';
import { roleMenu } from './role-menu.ts';
import type { Menu, TableContext } from './table-context.ts';
import { viewMenu } from './view-menu.ts';

const SHEETS: readonly CSSResult[] = [menus, anchored, checkbox, roleChoiceStyles, menuStyles];

/**
 * The menus of the table: what is in them, how they look, and their keys. Nothing of this is needed before one is opened,
 * so it is fetched on demand (docs/adr/0007-what-loads-first.md); only types of it may be imported in front.
 */
export class TableMenus extends ListMenu<Menu> {
  constructor(host: ReactiveControllerHost & HTMLElement, options: MenuOptions) {
    super(host, options, SHEETS);
  }

  protected override get isList(): boolean {
    return this.name?.kind === 'role';
  }

  /** What is in the menu that is open. */
  render(table: TableContext): TemplateResult | typeof nothing {
    const { name } = this;
    switch (name?.kind) {
      case 'filter':
        return filterMenu(name.field, table);
      case 'view':
        return viewMenu(table);
      case 'recent':
        return recentMenu(table);
      case 'role': {
        const person = table.scope.find(name.personId);
        return person ? roleMenu(person, table) : nothing;
      }
      case undefined:
        return nothing;
    }
  }
}
