// What vestibule/js imports once the full module is asked for.
export { default as glue } from "vestibule-full-js-glue";
