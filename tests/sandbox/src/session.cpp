// Long because a connection's states call each other in a circle; each step is short.
#include "session.hpp"

#include <array>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>
#include <optional>
#include <type_traits>
#include <utility>

#include "exchange.hpp"
#include "head_scan.hpp"
#include "http_limits.hpp"
#include "log.hpp"

namespace vestibule::sandbox {
namespace {

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using Clock = std::chrono::steady_clock;

constexpr std::size_t read_size = 4'096;
constexpr const char* overload_retry_seconds = "1";

template <class Stream>
class Session final : public Connection, public std::enable_shared_from_this<Session<Stream>> {
 public:
  Session(Stream stream, SessionContext context)
      : stream_{std::move(stream)}, context_{std::move(context)}, pause_{stream_.get_executor()} {}
  ~Session() override { context_.closed(); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void start() override {
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      socket().expires_after(limits::header_timeout);
      stream_.async_handshake(ssl::stream_base::server, [self = this->shared_from_this()](const NetworkError& error) {
        if (!error) self->begin();
      });
    } else {
      begin();
    }
  }

  void stop() override {
    stopping_ = true;
    pause_.cancel();
    if (idle_) socket().cancel();
  }

 private:
  auto& socket() { return beast::get_lowest_layer(stream_); }

  void begin() {
    if (context_.overloaded) {
      Response response = failure(503, "OVERLOADED", "too many connections");
      response.retry_after = overload_retry_seconds;
      response.close = true;
      return answer(std::move(response));
    }
    next_request();
  }

  void next_request() {
    scan_ = {};
    route_name_ = "unmatched";
    bytes_in_ = 0;
    idle_ = buffer_.size() == 0;
    if (idle_ && stopping_) return;
    socket().expires_after(idle_ ? limits::idle_timeout : limits::header_timeout);
    idle_ ? read_more() : scan();
  }

  void read_more() {
    stream_.async_read_some(buffer_.prepare(read_size),
                            [self = this->shared_from_this()](const NetworkError& error, std::size_t size) {
                              if (error) return;  // closed, timed out or cancelled: nobody waits for an answer
                              self->buffer_.commit(size);
                              // One deadline for the whole head, whatever the pace of its bytes.
                              if (self->idle_) self->socket().expires_after(limits::header_timeout);
                              self->idle_ = false;
                              self->scan();
                            });
  }

  [[nodiscard]] std::string_view received() const {
    return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
  }

  void scan() {
    switch (scan_.feed(received())) {
      case HeadScan::State::need_more: return read_more();
      case HeadScan::State::refused: return answer_and_close(refused(scan_.problem()));
      case HeadScan::State::complete: break;
    }
    started_ = Clock::now();
    const auto read = read_head(received().substr(0, scan_.size()));
    if (const auto* problem = std::get_if<HttpProblem>(&read)) return answer_and_close(refused(*problem));
    const Head& head = std::get<Head>(read);
    last_ = head.wants_close || ++requests_ == limits::requests_per_connection_max;
    auto begun = context_.api.begin(head, route_name_);
    if (auto* response = std::get_if<Response>(&begun)) {
      response->close = head.has_body();  // it was not read, so the next request could not be found
      if (!response->close) buffer_.consume(scan_.size());
      return answer(std::move(*response));
    }
    call_ = std::get<Call>(std::move(begun));
    if (head.has_body()) return head.expects_continue ? send_continue() : read_body();
    buffer_.consume(scan_.size());
    handle({});
  }

  void send_continue() {
    static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(stream_, net::buffer(text),
                     [self = this->shared_from_this()](const NetworkError& error, std::size_t) {
                       if (!error) self->read_body();
                     });
  }

  void read_body() {
    parser_.emplace();
    prepare(*parser_, call_.route->body_max);
    // A bare LF inside a quoted extension is a line end for some other parsers.
    parser_->on_chunk_header(on_chunk_);
    socket().expires_after(limits::body_timeout);
    beast::http::async_read(stream_, buffer_, *parser_,
                            [self = this->shared_from_this()](const NetworkError& error, std::size_t) {
                              if (!error) return self->handle(self->parser_->get().body());
                              if (auto response = body_problem(error)) self->answer_and_close(*std::move(response));
                            });
  }

  void handle(std::string_view body) {
    bytes_in_ = body.size();
    // The store may take its time; the deadline of reading is over.
    socket().expires_never();
    trouble_ = context_.api.trouble_for(call_);
    after(trouble_.before_work, [self = this->shared_from_this(), body] { self->carry_out(body); });
  }

  void carry_out(std::string_view body) {
    if (!trouble_.works) return settle({});
    context_.api.handle(call_, body, [self = this->shared_from_this()](Response response) mutable {
      // Moved, not copied: the last owner of a connection must be on its own thread.
      auto executor = self->stream_.get_executor();
      net::dispatch(executor, [self = std::move(self), response = std::move(response)]() mutable {
        self->settle(std::move(response));
      });
    });
  }

  void settle(Response response) {
    parser_.reset();
    if (trouble_.answer) response = *std::move(trouble_.answer);
    after(trouble_.before_answer, [self = this->shared_from_this(), response = std::move(response)]() mutable {
      self->answer(std::move(response));
    });
  }

  // A server that stops waits no longer.
  template <class Next>
  void after(std::chrono::milliseconds time, Next next) {
    if (time.count() == 0 || stopping_) return next();
    pause_.expires_after(time);
    pause_.async_wait([next = std::move(next)](const NetworkError&) mutable { next(); });
  }

  void answer_and_close(Response response) {
    response.close = true;
    answer(std::move(response));
  }

  void answer(Response response) {
    response.close = response.close || last_ || stopping_;
    message_ = make_message(std::move(response));
    const Trouble::Delivery delivery = std::exchange(trouble_, {}).delivery;
    if (delivery == Trouble::Delivery::cut || delivery == Trouble::Delivery::nothing) return break_off(delivery);
    if (delivery == Trouble::Delivery::page) put_page(message_);
    socket().expires_after(limits::write_timeout);
    beast::http::async_write(stream_, message_,
                             [self = this->shared_from_this()](const NetworkError& error, std::size_t) {
                               self->log();
                               if (error) return;
                               self->message_.keep_alive() ? self->next_request() : self->finish();
                             });
  }

  void break_off(Trouble::Delivery delivery) {
    log();
    if (delivery == Trouble::Delivery::nothing) return finish();
    half_ = first_half(message_);
    socket().expires_after(limits::write_timeout);
    net::async_write(stream_, net::buffer(half_),
                     [self = this->shared_from_this()](const NetworkError& error, std::size_t) {
                       if (!error) self->finish();
                     });
  }

  void log() const {
    const std::chrono::duration<double, std::milli> time = Clock::now() - started_;
    log_request({route_name_, message_.result_int(), time.count(), bytes_in_, message_.body().size()});
  }

  // Closing while bytes are on their way resets the connection, and the client may lose the answer; so what still
  // comes is read and dropped, for a short while.
  void finish() {
    socket().expires_after(limits::drain_timeout);
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      stream_.async_shutdown([self = this->shared_from_this()](const NetworkError&) {});
    } else {
      NetworkError ignored;
      stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
      drain();
    }
  }

  void drain() {
    stream_.async_read_some(net::buffer(dropped_),
                            [self = this->shared_from_this()](const NetworkError& error, std::size_t size) {
                              self->drained_ += size;
                              if (!error && self->drained_ < limits::drain_max_bytes) self->drain();
                            });
  }

  Stream stream_;
  SessionContext context_;
  beast::flat_buffer buffer_{limits::buffer_max_bytes};
  HeadScan scan_;
  std::string_view route_name_;
  Call call_;
  std::optional<BodyParser> parser_;
  std::function<void(std::uint64_t, beast::string_view, NetworkError&)> on_chunk_ =
      [](std::uint64_t, beast::string_view extension, NetworkError& error) {
        if (extension.find('\n') != beast::string_view::npos) error = beast::http::error::bad_chunk_extension;
      };
  Trouble trouble_;
  Message message_;
  std::string half_;  // of an answer that breaks off
  net::steady_timer pause_;
  Clock::time_point started_ = Clock::now();
  std::size_t requests_ = 0;
  std::size_t bytes_in_ = 0;
  std::array<char, read_size> dropped_{};
  std::size_t drained_ = 0;
  bool idle_ = false;
  bool last_ = false;
  bool stopping_ = false;
};

}  // namespace

std::shared_ptr<Connection> make_session(tcp::socket socket, ssl::context* tls, SessionContext context) {
  NetworkError ignored;
  socket.set_option(tcp::no_delay{true}, ignored);
  if (tls == nullptr) return std::make_shared<Session<PlainStream>>(PlainStream{std::move(socket)}, std::move(context));
  return std::make_shared<Session<TlsStream>>(TlsStream{std::move(socket), *tls}, std::move(context));
}

}  // namespace vestibule::sandbox
