export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface BrowserPaths {
  path: string;
  driver?: string;
  xvfb?: string;
}

export const ENGINES: readonly Engine[];
export const PACKAGES: Readonly<Record<Engine, readonly string[]>>;
export function onPath(...names: string[]): string | undefined;
export function findBrowsers(): Partial<Record<Engine, BrowserPaths>>;
export function isCI(): boolean;
export function chromiumArgs(): string[];
