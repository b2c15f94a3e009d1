// Writing the numbers that atlas/bytes.hpp reads. Depends on: nothing.
#pragma once

#include <cstddef>
#include <string>

namespace vestibule::atlas {

// Not inline: they are called often, and where size counts more than time.
void append_u8(std::string& out, std::size_t value);
void append_u16(std::string& out, std::size_t value);
void append_u32(std::string& out, std::size_t value);

}  // namespace vestibule::atlas
