export { betterAuthPolicy } from './policy.ts';
