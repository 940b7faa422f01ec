export { xmlText as xml } from "@entrain/recording";
export { element, label, px } from "@entrain/report";
