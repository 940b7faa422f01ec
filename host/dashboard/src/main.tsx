import { httpLink } from "./host/http-link.ts";
import { mountDashboard } from "./mount.tsx";

const root = document.getElementById("page");
if (root !== null) void mountDashboard(root, httpLink());
