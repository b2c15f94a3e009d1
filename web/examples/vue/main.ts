import { createApp } from "vue";
import JoinUs from "./join-us.vue";

createApp(JoinUs).mount("#root");
