import { mount } from "svelte";
import JoinUs from "./join-us.svelte";

const target = document.getElementById("root");
if (target !== null) mount(JoinUs, { target });
