// What the full module exports beside exports.cpp, by Embind: the only file that includes it. What a browser loads first
// does without: Embind's script is half as large as what it would save, and a call through it costs as much as a short check.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <limits>
#include <typeinfo>

#include "exports.hpp"

namespace {

using vestibule::bridge::instance;
using vestibule::bridge::keep;

unsigned ask_full(unsigned query, unsigned size) { return keep(instance.ask_full(query, size)); }
unsigned load_profile(unsigned size) { return keep(instance.load_profile(size)); }
unsigned check_text(unsigned size, unsigned options) { return keep(instance.check_text(size, options)); }
unsigned read_request(unsigned size, unsigned options) { return keep(instance.read_request(size, options)); }
unsigned make_token(unsigned size) { return keep(instance.make_token(size)); }

}  // namespace

#if VESTIBULE_OWN_TYPES
// The one type of the functions below, named to Embind in place of the forty that its library names: strings, views and
// values would bring their JavaScript along. Asked for the name of another one, there is none.
extern "C" EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info* /*type*/) { return nullptr; }

EMSCRIPTEN_BINDINGS(types) {
  using namespace emscripten::internal;
  _embind_register_integer(TypeID<unsigned>::get(), "unsigned", sizeof(unsigned), 0,
                           std::numeric_limits<unsigned>::max());
}
#endif

EMSCRIPTEN_BINDINGS(vestibule) {
  emscripten::function("askFull", &ask_full);
  emscripten::function("loadProfile", &load_profile);
  emscripten::function("checkText", &check_text);
  emscripten::function("readRequest", &read_request);
  emscripten::function("makeToken", &make_token);
}
