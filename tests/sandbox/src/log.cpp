#include "log.hpp"

#include <array>
#include <cstdio>
#include <string>

#include "clock.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

std::string begin_line(std::string_view event) {
  std::string line = "{\"time\":\"" + to_iso(now()) + "\",\"event\":";
  json::append_string(line, event);
  return line;
}

// One write a line: lines of two threads never mix.
void end_line(std::string line) {
  line += "}\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void log_request(const RequestLine& request) {
  std::string line = begin_line("request");
  line += ",\"route\":";
  json::append_string(line, request.route);
  std::array<char, 32> time{};
  std::snprintf(time.data(), time.size(), "%.2f", request.milliseconds);
  line += ",\"status\":" + std::to_string(request.status) + ",\"ms\":" + time.data() +
          ",\"bytesIn\":" + std::to_string(request.bytes_in) + ",\"bytesOut\":" + std::to_string(request.bytes_out);
  end_line(std::move(line));
}

void log_event(std::string_view event, std::string_view detail) {
  std::string line = begin_line(event);
  if (!detail.empty()) {
    line += ",\"detail\":";
    json::append_string(line, detail);
  }
  end_line(std::move(line));
}

}  // namespace vestibule::sandbox
