// A part of a document as the text it was read from, without white space. Internal to replay.
#pragma once

#include <cstdint>
#include <string>

#include "json/tree.hpp"

namespace vestibule::replay {

// Recursive; documents are at most limits::json_max_depth deep.
void append_node(std::string& out, const json::Tree& tree, std::uint32_t node);

}  // namespace vestibule::replay
