// The one bridge of a module's instance, and how a text of its leaves: what exports.cpp and bindings.cpp share.
#pragma once

#include <string_view>

#include "bridge.hpp"

namespace vestibule::bridge {

// One module instance is one bridge; a host that wants two makes two instances.
extern Bridge instance;

// Texts leave as a size, and an address that text_address() tells: a string would be copied and decoded twice.
unsigned keep(std::string_view text);

}  // namespace vestibule::bridge
