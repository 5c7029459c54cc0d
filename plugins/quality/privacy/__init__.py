"""Personal data that was not meant for the public: finding it in texts and in attachments."""
