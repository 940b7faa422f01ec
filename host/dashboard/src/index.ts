export type * from "./api.ts";
export { httpLink } from "./host/http-link.ts";
export { portLink } from "./host/port-link.ts";
export { mountDashboard } from "./mount.tsx";
