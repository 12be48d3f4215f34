/** How far a role reaches in an area. `limited`: some of it, or not for everybody; `view`: it looks on. */
export type Level = 'full' | 'limited' | 'view' | 'none';

/** What people ask of a role (RI-17). */
export type Area = 'settings' | 'people' | 'subaccounts' | 'billing';

/** The levels of one role, by area. */
export type Reach = Readonly<Record<Area, Level>>;
