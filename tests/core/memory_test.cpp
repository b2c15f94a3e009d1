// What a check keeps in memory while it runs, counted: at most 8 times its input and 256 KiB (limits.hpp says how large inputs
// may be). The documents are the largest there are, each made to be kept more than once by something.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/profile/profile.hpp"
#include "vestibule/validation/check_field_json.hpp"
#include "vestibule/validation/check_form.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

std::size_t held = 0;
std::size_t most_held = 0;

// The size of a block stands before it.
constexpr std::size_t head_bytes = alignof(std::max_align_t);

void* take(std::size_t size) {
  void* const block = std::malloc(head_bytes + size);
  if (block == nullptr) std::abort();
  *static_cast<std::size_t*>(block) = size;
  held += size;
  most_held = std::max(most_held, held);
  return static_cast<std::byte*>(block) + head_bytes;
}

void give_back(void* pointer) noexcept {
  if (pointer == nullptr) return;
  void* const block = static_cast<std::byte*>(pointer) - head_bytes;
  held -= *static_cast<std::size_t*>(block);
  std::free(block);
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
// The sanitizers' library would bring its own of these, and delete is for all.
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return take(size); }
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return take(size); }
void operator delete(void* pointer) noexcept { give_back(pointer); }
void operator delete[](void* pointer) noexcept { give_back(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { give_back(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { give_back(pointer); }

namespace {

using namespace vestibule;
using namespace std::string_view_literals;

// The bytes `work` keeps at its peak, what it answers among them.
template <class Work>
std::size_t peak_of(const Work& work) {
  const std::size_t before = held;
  most_held = held;
  static_cast<void>(work());
  return most_held - before;
}

struct Document {
  std::string_view what, head, repeated, tail;
};

std::string filled(const Document& document, std::size_t size) {
  std::string text{document.head};
  text.reserve(size);
  while (text.size() + document.repeated.size() + document.tail.size() <= size) text += document.repeated;
  return text.append(document.tail);
}

constexpr Document json_documents[] = {
    {"numbers", "[0", ",0", "]"},
    {"numbers in a record", "{\"a\":[0", ",0", "]}"},
    {"numbers that are infinite", "[1e999", ",1e999", "]"},
    {"one number", "{\"annualRevenue\":", "9", "}"},
    {"one number with an exponent", "{\"annualRevenue\":1", "0", "e400}"},
    {"open arrays", "", "[", ""},
    {"open objects", "", "{\"a\":", ""},
    {"blanks", "{", " \n", "}"},
    {"one text", "{\"name\":\"", "a", "\"}"},
    {"one text of escapes", "{\"name\":\"", "\\ud83d\\ude00", "\"}"},
    {"one key", "{\"", "a", "\":1}"},
    {"texts of a list", "{\"paymentMethods\":[\"\"", ",\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "]}"},
    {"short texts of a list", "{\"paymentMethods\":[\"\"", ",\"\"", "]}"},
    {"empty rows", "[{}", ",{}", "]"},
    {"rows with findings", "[{\"a\":1}", ",{\"a\":1}", "]"},
    {"rows of one long text", "[{}",
     ",{\"name\":\""
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
     "\"}",
     "]"},
    {"rows that are wrong", "[1", ",1", "]"},
};

// As many texts as there is room for, each of the most bytes a text may have.
std::string longest_texts(std::string_view head, std::string_view repeated) {
  constexpr std::string_view names[] = {"name",        "billingStreet",  "billingCity", "companySize",
                                        "description", "shippingStreet", "shippingCity"};
  std::string record = "{\"recordType\":\"Business\"";
  for (const std::string_view name : names) {
    record.append(",\"").append(name).append("\":\"");
    record += filled({"", head, repeated, ""}, limits::text_max_bytes) + '"';
  }
  return record + '}';
}

void within(std::string_view what, std::string_view input, std::size_t peak) {
  CAPTURE(what, input.size(), peak);
  CHECK(peak <= 8 * input.size() + 256 * 1024);
}

void check_every_way(std::string_view what, std::string_view json) {
  for (const validation::Strictness strictness : {validation::Strictness::signup, validation::Strictness::api}) {
    validation::Options options;
    options.atlas = &atlas::builtin();
    options.strictness = strictness;
    within(what, json, peak_of([&] { return validation::check_json(json, options); }));
    within(what, json, peak_of([&] { return validation::check_batch_json(json, options); }));
    within(what, json, peak_of([&] { return validation::check_field_json("name", json, options); }));
  }
}

}  // namespace

TEST_CASE("no document takes more memory than 8 times its bytes and 256 KiB", "[limits][memory]") {
  static_cast<void>(atlas::builtin());
  for (const Document& document : json_documents) {
    check_every_way(document.what, filled(document, limits::record_max_bytes));
  }
}

TEST_CASE("no text takes more memory for being brought to NFC", "[limits][memory][U20][U21]") {
  check_every_way("marks on one letter", longest_texts("e", "\u0301"));
  check_every_way("marks out of order", longest_texts("e", "\u0301\u0323"));
  check_every_way("letters with a mark", longest_texts("", "e\u0301"));
  check_every_way("what grows in NFC", longest_texts("", "\U0001D160"));
  check_every_way("what is dropped", longest_texts("e\u0301", "\u200b"));
  check_every_way("words", longest_texts("", "\u00e9 \u00a0"));
}

TEST_CASE("a text that is over its limit in any form is not brought to NFC", "[limits][memory][U20]") {
  const auto peak = [](validation::Strictness strictness, std::string_view letter, std::string_view marks) {
    std::string text =
        "{\"recordType\":\"Business\",\"name\":\"" + filled({"", letter, marks, ""}, limits::text_max_bytes);
    text += "\"}";
    validation::Options options;
    options.strictness = strictness;
    return peak_of([&] { return validation::check_json(text, options); });
  };
  // The same bytes that are NFC already: looked at, and no more.
  for (const validation::Strictness strictness : {validation::Strictness::signup, validation::Strictness::api}) {
    const std::size_t looked_at = peak(strictness, "\u00e9", "\u00e9");
    CHECK(peak(strictness, "e", "e\u0301") < looked_at + 16 * 1024);
    CHECK(peak(strictness, "e", "\u0301\u0323") < looked_at + 16 * 1024);
  }
}

TEST_CASE("no form takes more memory than 8 times its bytes and 256 KiB", "[limits][memory]") {
  constexpr Document forms[] = {
      {"members", "a=1", "&a=1", ""},
      {"fields again", "name=1", "&name=1", ""},
      {"escapes", "name=", "%C3%A9", ""},
      {"marks", "name=e", "%CC%81", ""},
      {"names of members", "", "aaaaaaaaaaaaaaaa&", ""},
  };
  for (const Document& form : forms) {
    const std::string body = filled(form, limits::record_max_bytes);
    within(form.what, body, peak_of([&] { return validation::check_form(body, {}); }));
  }
}

// A profile is the tenant's own and is read once; it is looked at in any order, and so kept as a tree of all its values.
TEST_CASE("no profile takes more memory than 4 MiB", "[limits][memory][profile]") {
  constexpr Document profiles[] = {
      {"values", "{\"v\":1,\"picklists\":{\"type\":{\"open\":true,\"values\":[\"a\"", ",\"b\"", "]}}}"},
      {"unknown members", "{\"v\":1,\"a\":[0", ",0", "]}"},
      {"fields", "{\"v\":1,\"customFields\":[{}", ",{}", "]}"},
      {"labels", "{\"v\":1,\"recordTypes\":[{}", ",{\"value\":\"\u00e9\u00e9\u00e9\"}", "]}"},
  };
  for (const Document& document : profiles) {
    const std::string text = filled(document, limits::profile_max_bytes);
    CAPTURE(document.what);
    CHECK(peak_of([&] { return profile::Profile::parse(text); }) <= 4 * 1024 * 1024);
  }
}
