export function givenOptions(): unknown;
export function tellParent(url: string): void;
