// The boundary between a host and the core: bytes in, numbers and bytes out. Plain C++, so that native tests reach
// everything a browser reaches; bindings.cpp only names these functions.
//
// A call goes: reserve() an input buffer, write into it, call a check with the size written, read the answer.
// The buffers belong to the bridge and are reused by the next call: a host copies what it keeps. No address ever comes
// from the host, so there is none to get wrong; sizes are checked against what was reserved.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "queries.hpp"
#include "vestibule/atlas/atlas.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/profile/profile.hpp"
#include "vestibule/scope.hpp"
#include "vestibule/validation/options.hpp"
#include "vestibule/validation/report.hpp"

namespace vestibule::bridge {

// Options of a check, one word:
//   bit 0       1: patch, 0: create
//   bit 1       1: API strictness, 0: sign-up
//   bits 2-3    the text is 0: a JSON object, 1: a JSON array of objects, 2: form fields
//   bit 4       1: a contact, 0: a customer
//   bit 5       1: as if no atlas were loaded
//   bits 8-23   the country's two letters, the first one lowest; 0: unknown
inline constexpr std::uint32_t option_patch = 1U << 0;
inline constexpr std::uint32_t option_api = 1U << 1;
inline constexpr std::uint32_t option_batch = 1U << 2;
inline constexpr std::uint32_t option_form = 2U << 2;
inline constexpr std::uint32_t option_contact = 1U << 4;
inline constexpr std::uint32_t option_no_atlas = 1U << 5;
inline constexpr std::uint32_t option_input_mask = 3U << 2;

// The answer of a packed check, little-endian words:
//   0  flags: 1 ok, 2 truncated     1  number of values     2  number of findings     3  address of texts     4  their bytes
//   5  number of unchecked members
//   each value    0  member | kind << 16 | changed << 24     1  begin of its text     2  bytes of its text
//   each finding  0  code | severity << 16 | params << 20 | has suggestion << 24
//                 1  member: a field's number, 0x4000 + the place among the tenant's own, 0x8000 + the place among the
//                    unknown members, 0xFFFF the whole record
//                 2-3, 4-5  the params, 6-7  the suggestion: begin and bytes
//   each unchecked member  0  its number, as of a finding
// A value that is not changed has no text here: the host has it. Addresses are of the module's memory.
inline constexpr std::uint32_t flag_ok = 1;
inline constexpr std::uint32_t flag_truncated = 2;
inline constexpr std::size_t header_words = 6;
inline constexpr std::size_t value_words = 3;
inline constexpr std::size_t finding_words = 8;

class Bridge {
 public:
  // A buffer of at least `size` bytes; nullptr when that is over 1 MiB. Its contents are undefined.
  [[nodiscard]] std::uint8_t* reserve(std::uint32_t size);

  // Checks a record in the packed layout (validation/read_packed.hpp). A size beyond what was reserved is a damaged record.
  [[nodiscard]] const std::vector<std::uint32_t>& check_packed(std::uint32_t size, std::uint32_t options);

  // The same for one field; the record may hold others, for what they say about it. `field` is a field's number, 0x4000 +
  // the place of one of the tenant's own, or 0xFFFF: then the record's unknown members are judged.
  [[nodiscard]] const std::vector<std::uint32_t>& check_field_packed(std::uint32_t size, std::uint32_t options,
                                                                     std::uint32_t field);

  // Checks a text; the answer is the JSON of validation/result.hpp.
  [[nodiscard]] std::string_view check_text(std::uint32_t size, std::uint32_t options);

  // Checks a UUID, or a Salesforce id of `object` ("001" as the number 1, any as 0xFFFF). The answer is that of a packed
  // check: its only value is the id, of the member 0xFFFF.
  [[nodiscard]] const std::vector<std::uint32_t>& check_uuid(std::uint32_t size);
  [[nodiscard]] const std::vector<std::uint32_t>& check_salesforce_id(std::uint32_t size, std::uint32_t object);

  // Answers a question (queries.hpp) about the arguments in the buffer; the answer is JSON. The second is for FullQuery.
  [[nodiscard]] std::string_view ask(std::uint32_t query, std::uint32_t size);
  [[nodiscard]] std::string_view ask_full(std::uint32_t query, std::uint32_t size);

  // A buffer for the bytes of an atlas, which replaces the one there was; nullptr when that is over 1 MiB.
  [[nodiscard]] std::uint8_t* reserve_atlas(std::uint32_t size);
  // Takes what was written there as the atlas of every later call; false when it is none.
  [[nodiscard]] bool load_atlas();

  // Takes the JSON in the buffer as the profile of every later call, unless it has mistakes; "" takes the built-in one. The
  // answer is {"findings":[...]}, and when there are none "custom": the tenant's own fields, [{"of","name"}] in their order.
  [[nodiscard]] std::string_view load_profile(std::uint32_t size);

  // Reads a sign-up request (signup/request.hpp), JSON or form fields by the options; the answer is JSON.
  [[nodiscard]] std::string_view read_request(std::uint32_t size, std::uint32_t options);

  // A token from the 17 bytes in the buffer; "" when there are fewer.
  [[nodiscard]] std::string_view make_token(std::uint32_t size);

  // A random UUID from the 16 bytes in the buffer; "" when there are fewer.
  [[nodiscard]] std::string_view uuid_v4(std::uint32_t size);

  // A UUID of version 7 from the 16 bytes in the buffer, six of time (milliseconds since 1970, the highest first) and ten
  // random ones; with the 16 bytes of another UUID behind them, one that is in order behind it. "" when there are fewer.
  [[nodiscard]] std::string_view uuid_v7(std::uint32_t size);

 private:
  [[nodiscard]] bool take_input(std::uint32_t size, std::string_view& input) const;
  [[nodiscard]] bool read_input(std::uint32_t size, const validation::Options& options);
  [[nodiscard]] const std::vector<std::uint32_t>& answer();
  template <typename Question>
  [[nodiscard]] std::string_view answer_query(Question question, std::uint32_t size);

  template <std::size_t size>
  [[nodiscard]] bool take_random(std::uint32_t given, std::array<std::uint8_t, size>& random) const;

  [[nodiscard]] const atlas::Atlas* atlas() const { return atlas_ ? &*atlas_ : nullptr; }
  [[nodiscard]] const profile::Profile* profile() const { return !signup_only() && profile_ ? &*profile_ : nullptr; }

  std::vector<char> input_;
  std::vector<char> atlas_bytes_;
  std::optional<atlas::Atlas> atlas_;
  std::optional<profile::Profile> profile_;
  KeptLog log_{nullptr, nullptr};
  customer::RecordView record_;
  validation::Report report_;
  std::vector<std::uint32_t> words_;
  std::string text_;
};

}  // namespace vestibule::bridge
