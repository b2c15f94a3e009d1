// What the modules export, and nothing else. The only file that includes Embind: a call through it costs as much as a
// short check, so the checks of every keystroke are plain exports.
// VESTIBULE_FULL_MODULE adds what a form in a browser does without; in its absence the linker drops that code.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <cstdint>
#include <limits>
#include <typeinfo>

#include "bridge.hpp"
#include "vestibule/version.hpp"

namespace {

// One module instance is one bridge; a host that wants two makes two instances.
vestibule::bridge::Bridge bridge;
std::string_view answer;

unsigned address_of(const void* pointer) { return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(pointer)); }

// Texts leave as a size, and an address that textAddress() tells: a string would be copied and decoded twice.
unsigned keep(std::string_view text) {
  answer = text;
  return static_cast<unsigned>(text.size());
}

unsigned abi_version() { return vestibule::abi_version; }
unsigned reserve(unsigned size) { return address_of(bridge.reserve(size)); }
unsigned check_uuid(unsigned size) { return address_of(bridge.check_uuid(size).data()); }
unsigned check_salesforce_id(unsigned size, unsigned object) {
  return address_of(bridge.check_salesforce_id(size, object).data());
}
unsigned uuid_v4(unsigned size) { return keep(bridge.uuid_v4(size)); }
unsigned uuid_v7(unsigned size) { return keep(bridge.uuid_v7(size)); }
unsigned ask(unsigned query, unsigned size) { return keep(bridge.ask(query, size)); }
unsigned reserve_atlas(unsigned size) { return address_of(bridge.reserve_atlas(size)); }
unsigned load_atlas() { return bridge.load_atlas() ? 1 : 0; }
#if VESTIBULE_FULL_MODULE
unsigned ask_full(unsigned query, unsigned size) { return keep(bridge.ask_full(query, size)); }
unsigned load_profile(unsigned size) { return keep(bridge.load_profile(size)); }
unsigned check_text(unsigned size, unsigned options) { return keep(bridge.check_text(size, options)); }
unsigned read_request(unsigned size, unsigned options) { return keep(bridge.read_request(size, options)); }
unsigned make_token(unsigned size) { return keep(bridge.make_token(size)); }
#endif
unsigned text_address() { return address_of(answer.data()); }

}  // namespace

// A host calls these as _check_packed and _check_field_packed.
extern "C" {
EMSCRIPTEN_KEEPALIVE unsigned check_packed(unsigned size, unsigned options) {
  return address_of(bridge.check_packed(size, options).data());
}
EMSCRIPTEN_KEEPALIVE unsigned check_field_packed(unsigned size, unsigned options, unsigned field) {
  return address_of(bridge.check_field_packed(size, options, field).data());
}
}

#if VESTIBULE_OWN_TYPES
// The one type of the functions below, named to Embind in place of the forty that its library names: strings, views and
// values would bring their JavaScript into every page. Asked for the name of another one, there is none.
extern "C" EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info* /*type*/) { return nullptr; }

EMSCRIPTEN_BINDINGS(types) {
  using namespace emscripten::internal;
  _embind_register_integer(TypeID<unsigned>::get(), "unsigned", sizeof(unsigned), 0,
                           std::numeric_limits<unsigned>::max());
}
#endif

EMSCRIPTEN_BINDINGS(vestibule) {
  emscripten::function("abiVersion", &abi_version);
  emscripten::function("reserve", &reserve);
  emscripten::function("checkUuid", &check_uuid);
  emscripten::function("checkSalesforceId", &check_salesforce_id);
  emscripten::function("uuidV4", &uuid_v4);
  emscripten::function("uuidV7", &uuid_v7);
  emscripten::function("textAddress", &text_address);
  emscripten::function("ask", &ask);
  emscripten::function("reserveAtlas", &reserve_atlas);
  emscripten::function("loadAtlas", &load_atlas);
#if VESTIBULE_FULL_MODULE
  emscripten::function("askFull", &ask_full);
  emscripten::function("loadProfile", &load_profile);
  emscripten::function("checkText", &check_text);
  emscripten::function("readRequest", &read_request);
  emscripten::function("makeToken", &make_token);
#endif
}
