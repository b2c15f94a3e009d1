/// Short names for Asio and Beast.
/// Depends on: nothing.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/error.hpp>

namespace boost::asio::ssl {
class context;
}

namespace vestibule::sandbox {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace ssl = boost::asio::ssl;
using tcp = boost::asio::ip::tcp;
using NetworkError = boost::beast::error_code;

}  // namespace vestibule::sandbox
