/**
 * Defines an element class under a tag. Twice is once; a name that another class holds is left alone, with a
 * warning, since a kit must not break the page it lands on. A second name gets a subclass, because a class
 * can have one name only. Without a registry (on a server) nothing happens.
 */
export function defineElement(
  element: CustomElementConstructor,
  registry: CustomElementRegistry | undefined,
  tag: string,
): void {
  registry ??= globalThis.customElements as CustomElementRegistry | undefined;
  if (!registry) return;
  const holder = registry.get(tag);
  if (holder) {
    if (holder !== element && !(holder.prototype instanceof element)) {
      console.warn(`rosterkit: <${tag}> is already defined by another class and was left alone.`);
    }
    return;
  }
  try {
    registry.define(tag, element);
  } catch {
    registry.define(tag, class extends element {});
  }
}
