// From the JSON of a profile to the profile. Internal to profile.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "node_reader.hpp"
#include "vestibule/profile/profile.hpp"

namespace vestibule::profile {

// Reads the members in an order of its own: what refers to something comes after it.
class ProfileReader {
 public:
  ProfileReader(const json::Tree& tree, Profile& profile, std::vector<Finding>& findings)
      : tree_{tree}, profile_{profile}, reader_{tree, findings} {}

  void read();

 private:
  using Node = NodeReader::Node;
  using Entity = catalogue::Entity;

  void read_record_types(Node array);
  void read_record_type(Node object);
  void read_picklists(Node object);
  // The values of a list, unique whatever their case; kept by the profile.
  std::span<const std::string_view> read_values(Node array, std::size_t max_utf16);

  // custom_field_reader.cpp
  void read_custom_field(Node object);
  void read_custom_name(Node node, CustomField& field);
  void read_pattern(Node node, CustomField& field);
  RecordTypes read_types(Node array);

  void read_required(Node object);
  void read_types_required(Node array);
  void read_hidden(Node object);
  // Calls each(node, field of the catalogue or nullopt, custom field or nullptr) for every name of a field.
  template <class Each>
  void each_field(Node array, Entity of, const Each& each);
  void require(Node array, Entity of, RecordTypes types);

  void read_mail_domains(Node object);
  void read_mail_domain(Node node);

  // sync_reader.cpp
  void read_sync(Node object);
  void read_masters(Node object, Entity of);

  const json::Tree& tree_;
  Profile& profile_;
  NodeReader reader_;
  std::size_t pattern_work_ = 0;  // of the patterns read so far
};

}  // namespace vestibule::profile
