#include "media.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

unsigned status(std::string_view type, std::string_view encoding = {}) {
  Head head;
  head.content_type = type;
  head.content_encoding = encoding;
  return check_media(head).status;
}

}  // namespace

TEST_CASE("H01: a body is JSON in UTF-8", "[media]") {
  for (const char* type : {"application/json", "Application/JSON", "application/json; charset=utf-8",
                           "application/json ;charset=\"UTF-8\""}) {
    CAPTURE(type);
    CHECK(status(type) == 0);
  }
  for (const char* type : {"", "text/plain", "multipart/form-data; boundary=x", "application/json; charset=utf-16",
                           "application/jsonx", "application/json, text/plain", "application/json; x=y"}) {
    CAPTURE(type);
    CHECK(status(type) == 415);
  }
}

TEST_CASE("H02: a body is not encoded", "[media]") {
  CHECK(status("application/json", "identity") == 0);
  CHECK(status("application/json", "gzip") == 415);
  CHECK(status("application/json", "identity, gzip") == 415);
}
