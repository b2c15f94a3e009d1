// What both modules export, as C functions: a host calls them as they are, with no script between that has to be fetched,
// run and called through. Sizes are in bytes, answers are addresses or sizes (bridge.hpp).
#include "exports.hpp"

#include <emscripten/emscripten.h>

#include <cstdint>

#include "vestibule/version.hpp"

namespace vestibule::bridge {
namespace {

std::string_view last_text;

unsigned address_of(const void* pointer) { return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(pointer)); }

}  // namespace

Bridge instance;

unsigned keep(std::string_view text) {
  last_text = text;
  return static_cast<unsigned>(text.size());
}

extern "C" {

EMSCRIPTEN_KEEPALIVE unsigned abi_version() { return vestibule::abi_version; }

EMSCRIPTEN_KEEPALIVE unsigned reserve(unsigned size) { return address_of(instance.reserve(size)); }

EMSCRIPTEN_KEEPALIVE unsigned check_packed(unsigned size, unsigned options) {
  return address_of(instance.check_packed(size, options).data());
}

EMSCRIPTEN_KEEPALIVE unsigned check_field_packed(unsigned size, unsigned options, unsigned field) {
  return address_of(instance.check_field_packed(size, options, field).data());
}

EMSCRIPTEN_KEEPALIVE unsigned check_uuid(unsigned size) { return address_of(instance.check_uuid(size).data()); }

EMSCRIPTEN_KEEPALIVE unsigned check_salesforce_id(unsigned size, unsigned object) {
  return address_of(instance.check_salesforce_id(size, object).data());
}

EMSCRIPTEN_KEEPALIVE unsigned uuid_v4(unsigned size) { return keep(instance.uuid_v4(size)); }

EMSCRIPTEN_KEEPALIVE unsigned uuid_v7(unsigned size) { return keep(instance.uuid_v7(size)); }

EMSCRIPTEN_KEEPALIVE unsigned ask(unsigned query, unsigned size) { return keep(instance.ask(query, size)); }

EMSCRIPTEN_KEEPALIVE unsigned text_address() { return address_of(last_text.data()); }

EMSCRIPTEN_KEEPALIVE unsigned reserve_atlas(unsigned size) { return address_of(instance.reserve_atlas(size)); }

EMSCRIPTEN_KEEPALIVE unsigned load_atlas() { return instance.load_atlas() ? 1 : 0; }
}

}  // namespace vestibule::bridge
