package dev.baton.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.baton.shared.Json;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose JSON a rule may look into before the engine reads it again from the start. */
final class ReplayableRequest extends HttpServletRequestWrapper {

    private byte @Nullable [] body;

    private ReplayableRequest(HttpServletRequest request) {
        super(request);
    }

    static ReplayableRequest of(HttpServletRequest request) {
        return request instanceof ReplayableRequest kept ? kept : new ReplayableRequest(request);
    }

    /** The body; nothing where it is longer than this many bytes. */
    Optional<byte[]> atMost(int most) throws IOException {
        if (body == null) {
            body = super.getInputStream().readNBytes(most + 1);
        }
        return body.length > most ? Optional.empty() : Optional.of(body);
    }

    /** Every value given for a field of the outermost object, also when it is given twice; null, false and empty are none. */
    static List<String> valuesOf(String field, HttpServletRequest request) throws IOException {
        var values = new ArrayList<String>();
        try (var json = Json.MAPPER.createParser(((ReplayableRequest) request).bytes())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return values;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var asked = json.currentName().equals(field);
                var value = json.nextToken();
                if (asked && value != JsonToken.VALUE_NULL && value != JsonToken.VALUE_FALSE) {
                    values.add(json.getText());
                }
                json.skipChildren();
            }
        } catch (JsonProcessingException broken) {
            return values; // The engine refuses what is no JSON.
        }
        return values;
    }

    private byte[] bytes() throws IOException {
        if (body == null) {
            body = super.getInputStream().readAllBytes();
        }
        return body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Replay(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (body == null) {
            return super.getReader();
        }
        var encoding = getCharacterEncoding();
        return new BufferedReader(
                new InputStreamReader(getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Replay(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int from, int most) {
            return bytes.read(target, from, most);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is here already.");
        }
    }
}
