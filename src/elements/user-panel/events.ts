/** Another person is shown in the panel, or nobody any more. */
export class PanelChangedEvent extends Event {
  static readonly eventName = 'panel-changed';
  /** Whose page it is; `undefined`: it was closed. */
  readonly personId: string | undefined;

  constructor(personId: string | undefined) {
    super(PanelChangedEvent.eventName, { bubbles: true, composed: true });
    this.personId = personId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'panel-changed': PanelChangedEvent;
  }
}
