/// The sources of the atlas section "ADDR" as JSON, for tests that hold the readers to them.
/// Depends on: nlohmann/json, support/vectors.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/vectors.hpp"
#include "vestibule/atlas/address_formats.hpp"
#include "vestibule/atlas/builtin.hpp"

namespace vestibule::test {

inline nlohmann::json read_json(const std::string& path_from_vectors) {
  return nlohmann::json::parse(read_file(vectors_folder() + "/" + path_from_vectors), nullptr, false);
}

/// core/data/atlas/address-formats.json: code to territory.
inline const nlohmann::json& source_territories() {
  static const nlohmann::json data = read_json("../../core/data/atlas/address-formats.json")["data"];
  return data;
}

inline const atlas::AddressFormats& address_formats() {
  static const atlas::AddressFormats formats{atlas::builtin().section("ADDR")};
  return formats;
}

/// The format of a territory that is there.
inline atlas::AddressFormat format_of(std::string_view code) {
  return address_formats().find(code).value_or(atlas::AddressFormat{});
}

}  // namespace vestibule::test
