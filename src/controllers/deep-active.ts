/** What has the focus, inside of whatever shadow roots. */
export function deepActive(root: DocumentOrShadowRoot): HTMLElement | undefined {
  const { activeElement } = root;
  const inner = activeElement?.shadowRoot?.activeElement ? activeElement.shadowRoot : undefined;
  if (inner) return deepActive(inner);
  return activeElement instanceof HTMLElement ? activeElement : undefined;
}
