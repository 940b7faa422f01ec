// Writes what libxdf reads of a file as JSON into another: an independent witness of our writer. Built by xdf.test.ts.
// libxdf itself says something on stdout at the end of every file.
#include <xdf.h>
#include <cstdio>
#include <fstream>
#include <iomanip>

static std::string jsonText(const std::string& text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c < 0x20) {
      char code[8];
      std::snprintf(code, sizeof code, "\\u%04x", c);
      out += code;
    } else {
      out += static_cast<char>(c);
    }
  }
  return out + "\"";
}

int main(int, char** argv) {
  Xdf xdf;
  if (xdf.load_xdf(argv[1]) != 0) return 1;
  std::ofstream out(argv[2]);
  out << std::setprecision(17) << "{\"version\":" << xdf.version << ",\"streams\":[";
  for (size_t s = 0; s < xdf.streams.size(); s++) {
    const auto& stream = xdf.streams[s];
    out << (s ? "," : "") << "{\"name\":" << jsonText(stream.info.name) << ",\"type\":" << jsonText(stream.info.type)
              << ",\"rate\":" << stream.info.nominal_srate << ",\"count\":" << stream.info.sample_count
              << ",\"first\":" << stream.info.first_timestamp << ",\"last\":" << stream.info.last_timestamp
              << ",\"offsets\":" << stream.clock_times.size() << ",\"labels\":[";
    for (size_t c = 0; c < stream.info.channels.size(); c++)
      out << (c ? "," : "") << jsonText(stream.info.channels[c].at("label") + " " + stream.info.channels[c].at("unit"));
    out << "],\"times\":[";
    for (size_t i = 0; i < stream.time_stamps.size(); i++) out << (i ? "," : "") << stream.time_stamps[i];
    out << "],\"rows\":[";
    for (size_t c = 0; c < stream.time_series.size(); c++) {
      out << (c ? "," : "") << "[";
      for (size_t i = 0; i < stream.time_series[c].size(); i++) {
        const float value = stream.time_series[c][i];
        out << (i ? "," : "");
        if (value == value) out << value; else out << "null";
      }
      out << "]";
    }
    out << "]}";
  }
  out << "],\"events\":[";
  for (size_t e = 0; e < xdf.eventMap.size(); e++)
    out << (e ? "," : "") << "[" << jsonText(xdf.eventMap[e].first.first) << "," << xdf.eventMap[e].first.second << "]";
  out << "]}" << "\n";
}
