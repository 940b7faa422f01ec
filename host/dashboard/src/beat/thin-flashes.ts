/** No more than three flashes a second: WCAG 2.2, 2.3.1. */
export const FLASH_APART_MS = 340;

/** Whether a flash may follow the one before; at a faster tempo beats are left out. */
export const mayFlash = (atMs: number, lastMs: number): boolean => atMs - lastMs >= FLASH_APART_MS;
