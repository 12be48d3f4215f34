export { EventWindow, LinkWindow } from './windows.ts';
